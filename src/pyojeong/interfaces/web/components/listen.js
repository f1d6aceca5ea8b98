// A button that lets a sound be heard, and stops it.
import { hush, listen } from "listening";

export default {
  props: { address: String, label: String, disabled: Boolean },
  template: `
  <button type="button" class="tool bare" :aria-label="label" :title="label" :aria-pressed="String(playing)" :disabled="disabled || !address" @click="toggle">
    <svg class="drawing" aria-hidden="true"><use :href="playing ? '#sign-stop' : '#sign-play'"></use></svg>
  </button>`,
  data() {
    return { playing: false };
  },
  methods: {
    toggle() {
      if (this.playing) return hush();
      this.playing = true;
      listen(this.address, () => (this.playing = false));
    },
  },
  unmounted() {
    if (this.playing) hush();
  },
};
