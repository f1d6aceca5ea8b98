// A field somebody writes in. What they are writing is theirs: answers from the server wait until it has been sent.
export default {
  props: { value: { type: String, default: "" }, answers: Number },
  template: `<input :value="held ?? value" @input="held = $event.target.value" @change="sent = $event.target.value">`,
  data() {
    return { held: null, sent: null };
  },
  methods: {
    let() {
      this.held = this.sent = null;
    },
  },
  watch: {
    answers() {
      if (this.held === this.sent) this.let(); // else they have gone on writing
    },
    value() {
      if (this.$el !== document.activeElement) this.let();
    },
  },
};
