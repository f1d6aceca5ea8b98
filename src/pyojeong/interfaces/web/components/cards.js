// The stickers of a plan as cards. A card belongs to a place; the sticker in it may change without its fields being built
// anew, so whoever writes goes on writing, and the focus goes where the sticker goes that was moved.
import Field from "field";

const DRAGGED = "application/x-pyojeong-place";

export default {
  components: { Field },
  props: { items: Array, groups: Array, words: Object, answers: Number, longest: Number },
  emits: ["show", "reword", "exchange", "move", "drop"],
  template: `
  <ol class="plan">
    <li v-for="(item, n) in items" :key="n" class="plan-item" :class="{ over: over === n }" :aria-label="item.label"
        @dragover="hover($event, n)" @dragleave="over = null" @drop="land($event, n)">
      <button type="button" class="plan-picture" :title="item.name" draggable="true" @dragstart="lift($event, n)" @dragend="over = null"
              @click="$emit('show', n + 1)">
        <img :src="item.picture" :alt="item.name" loading="lazy" width="180" height="180" draggable="false">
        <i v-if="item.moves" class="plan-moves">{{ words['sticker-item-moves'] }}</i>
      </button>
      <field :value="item.caption" :answers="answers" :maxlength="longest" :aria-label="(n + 1) + ': ' + words['sticker-caption']"
             @change="$emit('reword', { number: n + 1, caption: $event.target.value })"></field>
      <select :value="item.moment" :aria-label="(n + 1) + ': ' + words['sticker-moment']"
              @change="$emit('exchange', { number: n + 1, moment: $event.target.value })">
        <option v-if="!named.has(item.moment)" :value="item.moment">{{ item.name }}</option>
        <optgroup v-for="group in groups" :key="group.name" :label="group.name">
          <option v-for="one in group.moments" :key="one.value" :value="one.value">{{ one.name }}</option>
        </optgroup>
      </select>
      <div class="plan-tools">
        <input type="number" class="plan-number" min="1" :max="items.length" :value="n + 1" :title="words['sticker-place']"
               :aria-label="(n + 1) + ': ' + words['sticker-place']" @change="sent($event, n)">
        <button v-for="tool in tools(n)" :key="tool.does" type="button" class="tool bare" :class="'plan-' + tool.does"
                :aria-label="(n + 1) + ': ' + tool.words" :title="tool.words" :aria-disabled="String(!tool.can)" @click="tool.can && tool.act()">
          <svg class="drawing" aria-hidden="true"><use :href="'#sign-' + tool.sign"></use></svg></button>
      </div>
    </li>
  </ol>`,
  data() {
    return { over: null, wanted: null };
  },
  computed: {
    named() {
      return new Set(this.groups.flatMap((group) => group.moments.map((one) => one.value)));
    },
  },
  watch: {
    items(after, before) {
      const wanted = this.wanted ?? this.fallen(after, before);
      this.wanted = null;
      if (wanted) this.$nextTick(() => this.$el.children[wanted.place]?.querySelector(wanted.control)?.focus());
    },
  },
  methods: {
    tools(n) {
      return [
        { does: "earlier", sign: "before", words: this.words["sticker-earlier"], can: n > 0, act: () => this.move(n, n - 1, ".plan-earlier") },
        { does: "later", sign: "after", words: this.words["sticker-later"], can: n + 1 < this.items.length, act: () => this.move(n, n + 1, ".plan-later") },
        { does: "drop", sign: "close", words: this.words["sticker-drop"], can: this.items.length > 1, act: () => this.$emit("drop", n + 1) },
      ];
    },
    move(from, to, control) {
      this.wanted = { place: to, control };
      this.$emit("move", { number: from + 1, to: to + 1 });
    },
    // The last card goes while the focus is in it: to the same thing in the card that is last now.
    fallen(after, before) {
      const place = [...this.$el.children].findIndex((card) => card.contains(document.activeElement));
      return place >= after.length && after.length < before.length ? { place: after.length - 1, control: ".plan-drop" } : null;
    },
    sent(event, n) {
      const to = Math.min(Math.max(Math.round(Number(event.target.value)) || n + 1, 1), this.items.length) - 1;
      event.target.value = n + 1; // the number is the place's; the sticker leaves it
      if (to !== n) this.move(n, to, ".plan-number");
    },
    lift(event, n) {
      event.dataTransfer.setData(DRAGGED, String(n));
      event.dataTransfer.effectAllowed = "move";
    },
    hover(event, n) {
      if (!event.dataTransfer.types.includes(DRAGGED)) return;
      event.preventDefault();
      this.over = n;
    },
    land(event, n) {
      const from = event.dataTransfer.getData(DRAGGED);
      this.over = null;
      if (from === "") return;
      event.preventDefault();
      if (Number(from) !== n) this.move(Number(from), n, ".plan-picture");
    },
  },
};
