// Sounds of one page: one at a time.
let now = null;

export function hush() {
  now?.audio.pause();
  now?.ended();
  now = null;
}

// Plays the sound at `address`; `ended` is called once, when it is over, was stopped, or could not be played.
export function listen(address, ended) {
  hush();
  const audio = new Audio(address);
  const mine = { audio, ended };
  now = mine;
  const over = () => now === mine && hush();
  audio.addEventListener("ended", over);
  audio.addEventListener("error", over);
  audio.play().catch(over);
}
