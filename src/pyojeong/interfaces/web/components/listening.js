// Sounds of one page: one at a time.
let now = null;

export function hush() {
  const before = now;
  now = null;
  before?.audio.pause();
  before?.ended();
}

// Plays the sound at `address` from `seconds` on; `ended` is called once, when it is over, was stopped, or could not be played.
export function listen(address, ended, seconds = 0) {
  hush();
  const audio = new Audio(address);
  const mine = { audio, ended };
  now = mine;
  const over = () => now === mine && hush();
  audio.addEventListener("ended", over);
  audio.addEventListener("error", over);
  if (seconds > 0) audio.currentTime = seconds;
  audio.play().catch(over);
  return audio;
}
