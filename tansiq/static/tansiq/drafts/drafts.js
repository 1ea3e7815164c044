/* Drafts: what is typed is kept on the server as one goes on; where the line is down, it is tried again. */
(() => {
  const AGAIN = 4000; // Milliseconds until it is tried again.
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const place = form.querySelector("[data-lost]");
  let changed = false;
  let busy = false;
  let waiting = 0;

  const say = (words) => { place.textContent = words; };

  async function keep() {
    if (!changed || busy) return;
    clearTimeout(waiting);
    busy = true;
    changed = false;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true });
      if (answer.status === 409) { // A colleague has written meanwhile: what is typed waits for its writer.
        changed = true;
        say(await answer.text());
        return;
      }
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      say(await answer.text());
    } catch {
      changed = true;
      say(place.dataset.lost);
      waiting = setTimeout(keep, AGAIN);
    } finally {
      busy = false;
    }
  }

  form.addEventListener("input", () => {
    if (!changed) say(place.dataset.typing);
    changed = true;
  });
  form.addEventListener("focusout", keep);
  form.addEventListener("change", keep);
  document.addEventListener("visibilitychange", keep);
  window.addEventListener("online", keep);

  /* A press while the line is down would leave the page: it stays, and says so. */
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    changed = true;
    say(place.dataset.down);
  });
})();
