// A text box that sends what is written a moment after the last key.
const PAUSE_MS = 280; // shorter reads every jamo of a syllable, longer feels late

export default {
  props: { text: String, placeholder: String, label: String, limit: Number },
  emits: ["write"],
  template: `
  <div class="sentence">
    <textarea ref="box" rows="3" lang="ko" spellcheck="false" :value="written" :placeholder="placeholder"
              :aria-label="label" :maxlength="limit" @input="typed"></textarea>
  </div>`,
  data() {
    return { written: this.text, timer: null };
  },
  watch: {
    text(text) {
      if (this.timer === null) this.written = text;
    },
  },
  methods: {
    typed(event) {
      this.written = event.target.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.timer = null; this.$emit("write", this.written); }, PAUSE_MS);
    },
  },
  unmounted() {
    clearTimeout(this.timer);
  },
};
