// Live parts, clocks, and the lint beside the line. Every page works without it.
"use strict";
document.documentElement.classList.add("scripted");

const started = performance.now();
const served = Number(document.body.dataset.now || 0);
const now = () => served + (performance.now() - started) / 1000;

function lasting(seconds) {
  const left = Math.floor(Math.abs(seconds));
  if (left < 60) return `${left} s`;
  if (left < 3600) return `${Math.floor(left / 60)} min ${left % 60} s`;
  if (left < 86400) return `${Math.floor(left / 3600)} h ${Math.floor((left % 3600) / 60)} min`;
  return `${Math.floor(left / 86400)} d ${Math.floor((left % 86400) / 3600)} h`;
}

function tick() {
  for (const one of document.querySelectorAll(".timer[data-until]")) {
    const left = Number(one.dataset.until) - now();
    one.textContent = `${lasting(left)} ${left < 0 ? "over" : "left"}`;
    (one.closest(".ticket") || one).classList.toggle("late", left < 0);
  }
}

function local(root) {
  for (const one of root.querySelectorAll("time[datetime]:not([title])")) {
    const when = new Date(one.dateTime);
    one.title = one.textContent;
    one.textContent = when.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
  }
}

const title = document.title;
let waiting = "";
function counted(root) {
  const count = root.querySelector("[data-count]");
  const announced = document.querySelector("[data-announce]");
  if (count && announced && waiting && count.dataset.count !== waiting) {
    announced.textContent = `Waiting for a human: ${count.dataset.count}`;
  }
  if (count) waiting = count.dataset.count;
  if (count) document.title = count.dataset.count === "0" ? title : `(${count.dataset.count}) ${title}`;
}

function live(part) {
  const watched = part.querySelector("[data-version]");
  const version = watched && watched.dataset.state;
  let shown = "";
  const lost = document.createElement("p");
  lost.className = "notice bad";
  lost.setAttribute("role", "alert");
  function tell(words) {
    if (words && !lost.isConnected) part.before(lost);
    if (!words) lost.remove();
    if (lost.textContent !== words) lost.textContent = words;
  }
  setInterval(async () => {
    if (document.hidden && !part.querySelector("[data-count]")) return;
    let answer;
    let text;
    try {
      answer = await fetch(part.dataset.live, { headers: { "x-live": "1" } });
      text = await answer.text();
    } catch {
      tell("The service cannot be reached. What stands here may be old.");
      return;
    }
    if (answer.status === 401) {
      tell("You are signed out. Sign in again in another tab: what you have written stays here.");
      return;
    }
    if (!answer.ok) {
      tell("The service did not answer as it should. What stands here may be old.");
      return;
    }
    tell("");
    if (text === shown) return;
    shown = text;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.innerHTML = text;
    if (focused) document.getElementById(focused)?.focus();
    local(part);
    tick();
    counted(part);
    const fresh = part.querySelector("[data-version]");
    if (fresh && version && fresh.dataset.state !== version) {
      const told = document.querySelector("[data-changed]");
      if (told) told.hidden = false;
    }
  }, Number(part.dataset.every) * 1000);
}

function sending(area) {
  let sent = false;
  area.form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && area.value.trim()) event.preventDefault();  // ask before words are lost
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
  });
}

function bench(form) {
  const area = form.querySelector("#draft");
  const gutter = form.querySelector(".gutter");
  const beside = form.querySelector(".beside");
  const list = form.querySelector("#remarks");
  const said = form.querySelector("#lint-said");
  let remarks = [...list.children].map((one) => ({
    line: Number(one.dataset.line),
    file: one.dataset.file,
    weight: one.className,
    message: one.querySelector("span").textContent,
  }));
  let waiting = 0;
  let asked = 0;

  function draw() {
    const lines = area.value.split("\n").length;
    const marks = new Map();
    for (const one of remarks) if (!one.file && !marks.has(one.line)) marks.set(one.line, one);
    const numbers = document.createDocumentFragment();
    const words = document.createDocumentFragment();
    for (let n = 1; n <= lines; n += 1) {
      const mark = marks.get(n);
      const number = document.createElement("span");
      const word = document.createElement("span");
      number.textContent = String(n);
      word.textContent = mark ? mark.message : " ";
      if (mark) number.className = word.className = mark.weight;
      numbers.append(number);
      words.append(word);
    }
    gutter.replaceChildren(numbers);
    beside.replaceChildren(words);
    follow();
  }
  function follow() {
    gutter.scrollTop = beside.scrollTop = area.scrollTop;
  }
  function listed() {
    const errors = remarks.filter((one) => one.weight === "error").length;
    said.textContent = `Mistakes: ${errors}. Other remarks: ${remarks.length - errors}.`;
    list.replaceChildren(...remarks.map((one) => {
      const row = document.createElement("li");
      row.className = one.weight;
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.goto = String(one.line);
      button.textContent = one.file ? `${one.file.split("/").pop()}, line ${one.line}` : `Line ${one.line}`;
      const weight = document.createElement("b");
      weight.textContent = one.weight;
      const words = document.createElement("span");
      words.textContent = one.message;
      row.append(button, " ", weight, " ", words);
      return row;
    }));
  }
  async function lint() {
    asked += 1;
    const mine = asked;
    const body = new URLSearchParams({ token: form.elements.token.value, text: area.value });
    const answer = await fetch(form.dataset.lint, { method: "POST", body, headers: { "x-live": "1" } });
    if (!answer.ok || mine !== asked) return;
    remarks = await answer.json();
    listed();
    draw();
  }
  area.addEventListener("input", () => {
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(lint, 400);
  });
  area.addEventListener("scroll", follow);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-goto]");
    if (!button) return;
    const line = Number(button.dataset.goto);
    const start = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = area.value.indexOf("\n", start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? area.value.length : end);
    area.scrollTop = Math.max(0, (line - 6) * 27);
  });
  draw();
  const result = document.getElementById("result");
  if (result) {
    result.scrollIntoView({ block: "start" });
    result.focus({ preventScroll: true });
  }
}

// What only a script can do is not shown without one.
function extras() {
  for (const one of document.querySelectorAll("[data-scripted]")) one.hidden = false;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Select it, and copy it yourself";
      }
      setTimeout(() => { button.textContent = label; }, 4000);
    });
  }
  for (const file of document.querySelectorAll("[data-into]")) {
    file.addEventListener("change", async () => {
      const area = document.getElementById(file.dataset.into);
      if (file.files[0]) area.value = await file.files[0].slice(0, 65537).text();
    });
  }
}

local(document);
extras();
tick();
counted(document);
setInterval(tick, 1000);
document.querySelectorAll("[data-live]").forEach(live);
document.querySelectorAll("[data-send]").forEach(sending);
document.querySelectorAll("form[data-lint]").forEach(bench);
