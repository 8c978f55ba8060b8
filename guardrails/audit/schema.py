"""
The tables that questions are asked of, and the SQL that fills them from staged records.

    records      one row for each record: the columns of `candor log export`
    decisions    one row for each decision
    findings     one row for each finding of a decision
    turns        one row for each turn: what was opened, and how it ended
    escalations  one row for each call for a human, and when somebody answered
    messages     one row for each message of each policy, and whether it names helplines
    referrals    one row for each turn in which a person was shown helplines (a view)

Values that have another type than they should are NULL: a record that lies does no more.
"""

from __future__ import annotations

from typing import Final

STAGE: Final = """
    CREATE TEMP TABLE stage (
        log VARCHAR, kind VARCHAR, ts BIGINT, file VARCHAR, line BIGINT, "row" JSON, "record" JSON
    );
"""
STAGED: Final = """
    INSERT INTO stage SELECT * FROM read_json(?, format = 'newline_delimited', columns = {
        log: 'VARCHAR', kind: 'VARCHAR', ts: 'BIGINT', file: 'VARCHAR', line: 'BIGINT',
        "row": 'JSON', "record": 'JSON'
    })
"""
"""Takes the lines of a file up into the stage."""

SCHEMA: Final = """
    CREATE TABLE records (
        log VARCHAR, seq BIGINT, id VARCHAR, "time" TIMESTAMP, kind VARCHAR, session VARCHAR,
        turn BIGINT, side VARCHAR, surface VARCHAR, policy VARCHAR, "do" VARCHAR,
        "rule" VARCHAR, would VARCHAR, level VARCHAR, say VARCHAR, escalate VARCHAR,
        categories VARCHAR, score BIGINT, locale VARCHAR, country VARCHAR, len_in BIGINT,
        len_out BIGINT, why VARCHAR, file VARCHAR, line BIGINT, body JSON
    );
    CREATE TABLE decisions (
        log VARCHAR, seq BIGINT, "time" TIMESTAMP, session VARCHAR, turn BIGINT, side VARCHAR,
        surface VARCHAR, policy VARCHAR, locale VARCHAR, country VARCHAR, minor BOOLEAN,
        watched BOOLEAN, risk BIGINT, "do" VARCHAR, "rule" VARCHAR, would VARCHAR,
        level VARCHAR, say VARCHAR, also VARCHAR[], fired VARCHAR[], shadow VARCHAR[],
        told BOOLEAN, alarm BOOLEAN, findings BIGINT, failed VARCHAR[], len_in BIGINT,
        len_out BIGINT, micros BIGINT
    );
    CREATE TABLE findings (
        log VARCHAR, seq BIGINT, "time" TIMESTAMP, session VARCHAR, turn BIGINT, side VARCHAR,
        category VARCHAR, score BIGINT, start BIGINT, stop BIGINT, source VARCHAR,
        marks VARCHAR[]
    );
    CREATE TABLE opened (
        log VARCHAR, session VARCHAR, turn BIGINT, "time" TIMESTAMP, policy VARCHAR
    );
    CREATE TABLE closed (
        log VARCHAR, session VARCHAR, turn BIGINT, "time" TIMESTAMP, "end" VARCHAR,
        "do" VARCHAR, level VARCHAR, called BOOLEAN, decisions BIGINT, said VARCHAR[],
        need VARCHAR, about VARCHAR, len_in BIGINT, len_out BIGINT
    );
    CREATE TABLE calls (
        log VARCHAR, seq BIGINT, id VARCHAR, ticket VARCHAR, "time" TIMESTAMP, session VARCHAR,
        turn BIGINT, about VARCHAR, level VARCHAR, "rule" VARCHAR, "to" VARCHAR, within BIGINT
    );
    CREATE TABLE answers (escalation VARCHAR, "time" TIMESTAMP);
    CREATE TABLE messages (policy VARCHAR, message VARCHAR, helplines BOOLEAN);
    CREATE VIEW turns AS
        SELECT log, session, turn, o."time" AS "time", o.policy, c."time" AS closed, c."end",
            c."do", c.level, c.called, c.decisions, c.said, c.need, c.about, c.len_in, c.len_out
        FROM opened o FULL JOIN closed c USING (log, session, turn);
    CREATE VIEW escalations AS
        SELECT c.*, a.answered
        FROM calls c LEFT JOIN (
            SELECT escalation, min("time") AS answered FROM answers GROUP BY escalation
        ) a ON a.escalation = coalesce(c.ticket, c.id) OR a.escalation = c.id;
    CREATE VIEW referrals AS
        SELECT t.* FROM turns t
        WHERE EXISTS (
            SELECT 1 FROM messages m
            WHERE m.policy = t.policy AND m.helplines AND list_contains(t.said, m.message)
        );
"""

_ROW: Final = (
    '{"seq":"BIGINT","id":"VARCHAR","session":"VARCHAR","turn":"BIGINT","side":"VARCHAR",'
    '"surface":"VARCHAR","policy":"VARCHAR","do":"VARCHAR","rule":"VARCHAR","would":"VARCHAR",'
    '"level":"VARCHAR","say":"VARCHAR","escalate":"VARCHAR","categories":"VARCHAR",'
    '"score":"BIGINT","locale":"VARCHAR","country":"VARCHAR","len_in":"BIGINT",'
    '"len_out":"BIGINT","why":"VARCHAR"}'
)
_DECISION: Final = (
    '{"seq":"BIGINT","session":"VARCHAR","turn":"BIGINT","side":"VARCHAR","surface":"VARCHAR",'
    '"policy":{"hash":"VARCHAR"},'
    '"ctx":{"locale":"VARCHAR","country":"VARCHAR","minor":"BOOLEAN","watched":"BOOLEAN",'
    '"risk":"BIGINT"},'
    '"decision":{"do":"VARCHAR","rule":"VARCHAR","would":"VARCHAR","level":"VARCHAR",'
    '"say":"VARCHAR","also":["VARCHAR"],"fired":[["VARCHAR"]],"escalate":[["VARCHAR"]],'
    '"alarm":"BOOLEAN"},'
    '"findings":[{"d":"VARCHAR","s":"BIGINT","a":"BIGINT","b":"BIGINT","src":"VARCHAR",'
    '"m":["VARCHAR"]}],'
    '"text":{"in":{"len":"BIGINT"},"out":{"len":"BIGINT"}},"us":{"detect":"BIGINT"},'
    '"nd":"JSON"}'
)
_TURN: Final = (
    '{"session":"VARCHAR","turn":"BIGINT","policy":{"hash":"VARCHAR"},"end":"VARCHAR",'
    '"do":"VARCHAR","level":"VARCHAR","called":"BOOLEAN","decisions":"BIGINT",'
    '"said":["VARCHAR"],"fold":{"need":"VARCHAR","about":"VARCHAR"},'
    '"text":{"in":{"len":"BIGINT"},"out":{"len":"BIGINT"}}}'
)
_CALL: Final = (
    '{"seq":"BIGINT","id":"VARCHAR","session":"VARCHAR","turn":"BIGINT","about":"VARCHAR","level":"VARCHAR",'
    '"rule":"VARCHAR","to":"VARCHAR","within":"BIGINT","ticket":"VARCHAR",'
    '"escalation":"VARCHAR","step":"VARCHAR"}'
)


def _staged(form: str, where: str) -> str:
    """Return SQL for the staged records of some kinds, with what *form* names as `r`."""
    return f"""
        (SELECT log, kind, make_timestamp(ts) AS "time", json_transform("record", '{form}') AS r
         FROM stage WHERE kind {where})"""  # noqa: S608 - constants of this file


FILL: Final = (
    f"""
    INSERT INTO records
        SELECT log, r.seq, r.id, "time", kind, r.session, r.turn, r.side, r.surface, r.policy,
            r."do", r."rule", r.would, r.level, r.say, r.escalate, r.categories, r.score,
            r.locale, r.country, r.len_in, r.len_out, r.why, file, line, body
        FROM (
            SELECT log, kind, make_timestamp(ts) AS "time", file, line,
                json_transform("row", '{_ROW}') AS r,
                CASE WHEN kind IN ('decision', 'policy') THEN NULL ELSE "record" END AS body
            FROM stage
        )
    """,  # noqa: S608
    f"""
    INSERT INTO decisions
        SELECT log, r.seq, "time", r.session, r.turn, r.side, r.surface, r.policy.hash,
            r.ctx.locale, r.ctx.country, r.ctx.minor, r.ctx.watched, r.ctx.risk,
            r.decision."do", r.decision."rule", r.decision.would, r.decision.level,
            r.decision.say, r.decision.also,
            [x[1] FOR x IN r.decision.fired IF x[3] = 'enforce'],
            [x[1] FOR x IN r.decision.fired IF x[3] = 'shadow'],
            len(r.decision.escalate) > 0, r.decision.alarm, len(r.findings),
            [k FOR k IN json_keys(r.nd)
                IF json_extract_string(r.nd, '$."' || k || '".state') = 'failed'],
            r."text"."in".len, r."text"."out".len, r.us.detect
        FROM {_staged(_DECISION, "= 'decision'")}
    """,  # noqa: S608
    f"""
    INSERT INTO findings
        SELECT log, seq, "time", session, turn, side, f.d, f.s, f.a, f.b, f.src, f.m
        FROM (
            SELECT log, r.seq AS seq, "time", r.session AS session, r.turn AS turn, r.side AS side,
                unnest(r.findings) AS f
            FROM {_staged(_DECISION, "= 'decision'")}
        )
    """,  # noqa: S608
    f"""
    INSERT INTO opened
        SELECT log, r.session, r.turn, "time", r.policy.hash
        FROM {_staged(_TURN, "= 'turn_open'")}
    """,  # noqa: S608
    f"""
    INSERT INTO closed
        SELECT log, r.session, r.turn, "time", r."end", r."do", r.level, r.called, r.decisions,
            coalesce(r.said, []), r.fold.need, r.fold.about, r."text"."in".len,
            r."text"."out".len
        FROM {_staged(_TURN, "= 'turn_close'")}
    """,  # noqa: S608
    f"""
    INSERT INTO calls
        SELECT log, r.seq, r.id, r.ticket, "time", r.session, r.turn, r.about, r.level, r."rule",
            r."to", r.within
        FROM {_staged(_CALL, "= 'escalation'")}
    """,  # noqa: S608
    f"""
    INSERT INTO answers
        SELECT r.escalation, "time"
        FROM {_staged(_CALL, "IN ('escalation_ack', 'ticket')")}
        WHERE kind = 'escalation_ack' OR r.step = 'claimed'
    """,  # noqa: S608
)
"""Statements that add what is staged to the tables, in order."""

TABLES: Final = (
    "records", "decisions", "findings", "turns", "escalations", "messages", "referrals",
)  # fmt: skip
"""What can be asked, in the order in which it is told."""
