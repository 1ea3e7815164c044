/* The clock of silence: it counts down from the server's time and decides nothing; without it the server's words stand. */
(() => {
  const place = document.querySelector("[role=timer][data-ends]");
  if (!place) return;
  const left = Date.parse(place.dataset.ends) - Date.parse(place.dataset.now);
  const opened = performance.now();
  const two = (value) => String(value).padStart(2, "0");

  const tell = () => {
    const seconds = Math.max(0, Math.floor((left - (performance.now() - opened)) / 1000));
    const minutes = Math.floor(seconds / 60);
    place.textContent = `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
    place.dir = "ltr";
    if (!seconds) clearInterval(ticking);
  };

  const ticking = setInterval(tell, 1000);
})();
