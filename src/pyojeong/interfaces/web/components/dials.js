// Groups of sliders. A slider being held keeps its own value, so that answers from the server never tug at it.
export default {
  props: { groups: Array, values: Object, disabled: Boolean },
  emits: ["move", "settle"],
  template: `
  <div class="dials">
    <fieldset v-for="group in groups" :key="group.key" class="dial-group" :disabled="disabled">
      <legend v-if="group.title">{{ group.title }}</legend>
      <label v-for="dial in group.dials" :key="dial.name" class="dial" :class="{ moved: value(dial) !== 0 }">
        <span class="dial-name">{{ dial.label }}<code v-if="dial.code">{{ dial.code }}</code></span>
        <input type="range" :min="dial.min" :max="dial.max" :step="dial.step" :value="value(dial)" :data-name="dial.name"
               :style="{ '--done': done(dial) + '%', '--zero': zero(dial) + '%' }"
               @input="moved(dial, $event)" @change="settled(dial, $event)" @blur="held = {}">
        <output>{{ spoken(dial) }}</output>
      </label>
    </fieldset>
  </div>`,
  data() {
    return { held: {} };
  },
  methods: {
    value(dial) {
      return this.held[dial.name] ?? this.values[dial.name] ?? 0;
    },
    place(dial, number) {
      return (100 * (number - dial.min)) / (dial.max - dial.min);
    },
    done(dial) {
      return this.place(dial, this.value(dial));
    },
    zero(dial) {
      return this.place(dial, Math.max(dial.min, Math.min(0, dial.max)));
    },
    spoken(dial) {
      return dial.unit === "°" ? `${Math.round(this.value(dial))}°` : `${Math.round(100 * this.value(dial))}`;
    },
    moved(dial, event) {
      this.held = { [dial.name]: Number(event.target.value) };
      this.$emit("move", { name: dial.name, value: this.held[dial.name] });
    },
    settled(dial, event) {
      this.$emit("settle", { name: dial.name, value: Number(event.target.value) });
    },
  },
  watch: {
    values() {
      for (const [name, value] of Object.entries(this.held))
        if (Math.abs((this.values[name] ?? 0) - value) < 0.006) this.held = {};
    },
  },
};
