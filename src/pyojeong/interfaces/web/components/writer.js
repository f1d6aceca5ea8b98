// A large box to write or paste a text in. What is written stays in this tab until it is read.
import { refusal } from "sending";

const WRITING_KEY = "pyojeong-score-writing";
const PAUSE_MS = 300;

export default {
  props: { text: String, address: String, limit: Number, busy: Boolean, back: Boolean, words: Object },
  emits: ["refused", "sample", "back"],
  template: `
  <form class="writer" @submit.prevent="read">
    <textarea ref="box" lang="ko" rows="12" spellcheck="false" v-model="written" :disabled="busy" :aria-label="words['score-writing']"
              :placeholder="words['score-placeholder']" @input="keep" @keydown.ctrl.enter.prevent="read" @keydown.meta.enter.prevent="read"></textarea>
    <div class="writer-foot">
      <span class="hint" :class="{ over: length > limit }">{{ length.toLocaleString() }} / {{ limit.toLocaleString() }}</span>
      <button v-if="back" type="button" class="tool" :disabled="busy" @click="$emit('back')">{{ words['score-back'] }}</button>
      <button type="button" class="tool" :disabled="busy" @click="$emit('sample')">{{ words['score-sample'] }}</button>
      <button type="submit" class="tool primary" :disabled="busy || !written.trim() || length > limit">{{ words['score-read'] }}</button>
    </div>
  </form>`,
  data() {
    return { written: sessionStorage.getItem(WRITING_KEY) ?? this.text, timer: null };
  },
  computed: {
    length() {
      let surrogates = 0;
      for (let n = 0; n < this.written.length; n += 1) if ((this.written.charCodeAt(n) & 0xfc00) === 0xdc00) surrogates += 1;
      return this.written.length - surrogates;
    },
  },
  watch: {
    text(text) {
      this.written = text; // somebody wants to begin anew
      this.keep();
    },
  },
  methods: {
    keep() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        try {
          sessionStorage.setItem(WRITING_KEY, this.written);
        } catch { /* longer than a tab may keep: it is still in the box */ }
      }, PAUSE_MS);
    },
    async read() {
      if (this.busy || !this.written.trim() || this.length > this.limit) return;
      const refused = await refusal(this.written, this.address);
      if (refused) this.$emit("refused", refused);
    },
  },
  mounted() {
    this.$refs.box.focus({ preventScroll: true });
  },
  unmounted() {
    clearTimeout(this.timer);
  },
};
