// A button that fetches the character this tab has on the page 이모티콘; hidden where there is none.

export default {
  props: { label: String, kept: String },
  emits: ["borrow"],
  template: `<button v-if="there" type="button" class="tool" @click="borrow">{{ label }}</button>`,
  data() {
    return { there: false };
  },
  methods: {
    character() {
      try {
        return JSON.parse(JSON.parse(sessionStorage.getItem(this.kept)).draft).character;
      } catch {
        return null; // nobody was there
      }
    },
    borrow() {
      this.$emit("borrow", JSON.stringify(this.character()));
    },
  },
  mounted() {
    this.there = Boolean(this.character());
  },
};
