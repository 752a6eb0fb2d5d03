"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const findings = [...document.querySelectorAll(".finding[data-level]")];
  const groups = document.querySelectorAll(".group");
  const words = findings.map((finding) => finding.textContent.toLowerCase());

  // What is asked for, without what asks for nothing: as it stands in the address behind `#?`.
  function asked() {
    const asked = new URLSearchParams();
    const levels = new FormData(form).getAll("level");
    if (levels.length < form.elements.level.length) asked.set("level", levels.join(" "));
    for (const name of ["rule", "file", "voice", "text"]) {
      const value = form.elements[name].value.trim();
      if (value) asked.set(name, value);
    }
    return asked;
  }

  function fits(finding, at, asked) {
    const { level, rule, voice, files } = finding.dataset;
    const is = (name, values) => !asked.has(name) || values.includes(asked.get(name));
    return (!asked.has("level") || asked.get("level").split(" ").includes(level))
      && is("rule", [rule]) && is("voice", [voice]) && is("file", files.split("\n"))
      && (!asked.has("text") || words[at].includes(asked.get("text").toLowerCase()));
  }

  function filter() {
    const wanted = asked();
    findings.forEach((finding, at) => { finding.hidden = !fits(finding, at, wanted); });
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    const left = findings.filter((finding) => !finding.hidden).length;
    shown.textContent = `${left} of ${findings.length} findings`;
    return wanted;
  }

  function filterAndKeep() {
    const wanted = filter().toString();
    if (wanted || location.hash.startsWith("#?")) history.replaceState(null, "", wanted ? `#?${wanted}` : "#");
  }

  // The address asks for a filter, or for a place, which is then shown whatever the filter says.
  function follow() {
    if (location.hash.startsWith("#?")) {
      const wanted = new URLSearchParams(location.hash.slice(2));
      form.reset();
      for (const box of form.elements.level) {
        box.checked = !wanted.has("level") || wanted.get("level").split(" ").includes(box.value);
      }
      for (const name of ["rule", "file", "voice", "text"]) form.elements[name].value = wanted.get(name) ?? "";
      filter();
      return;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]")) {
      form.reset();
      filter();
      target.scrollIntoView();
    }
  }

  form.addEventListener("input", filterAndKeep);
  form.addEventListener("reset", () => setTimeout(filterAndKeep));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", follow);
  form.hidden = false;
  filter();
  follow();
})();
