// The emotion score: beats as a strip of coloured blocks, and the chosen one with its deciding words underlined.
export default {
  props: { beats: Array, whole: Object, chosen: Number, words: Object },
  emits: ["choose"],
  template: `
  <div class="score" v-if="whole">
    <div class="score-strip" role="group" :aria-label="words['score-hint']">
      <button v-if="beats.length > 1" type="button" class="beat all" :aria-pressed="String(chosen === null)"
              :style="{ '--feeling': whole.colour }" :aria-label="words['score-whole'] + ': ' + whole.name" @click="$emit('choose', null)">
        <i class="beat-bar"></i><span class="beat-name">{{ words['score-whole'] }}</span>
      </button>
      <button v-for="(beat, n) in beats" :key="n" type="button" class="beat" :class="{ unsure: beat.unsure }"
              :aria-pressed="String(beats.length === 1 || n === chosen)" :style="{ '--feeling': beat.colour, flexGrow: beat.length }"
              :aria-label="beat.name + ', ' + beat.plain" :title="beat.plain" @click="$emit('choose', n)">
        <i class="beat-bar" :style="{ height: 4 + 8 * beat.intensity + 'px' }"></i>
        <svg class="drawing" aria-hidden="true"><use :href="beat.icon"></use></svg><span class="beat-name">{{ beat.name }}</span>
      </button>
    </div>
    <div class="reading" :style="{ '--feeling': shown.colour }">
      <p class="reading-text" lang="ko"><template v-for="piece in shown.pieces"><mark v-if="piece.weight > 0"
         :style="{ '--weight': piece.weight }" :title="words.decided">{{ piece.text }}</mark><template v-else>{{ piece.text }}</template></template></p>
      <p v-if="shown.unsure" class="reading-unsure"><svg class="drawing" aria-hidden="true"><use href="#sign-unsure"></use></svg>
        <span><strong>{{ words.unsure }}</strong> {{ words['unsure-hint'] }}</span></p>
      <dl class="meters">
        <div><dt>{{ words['read-intensity'] }}</dt><dd><i class="meter" :style="{ '--part': shown.intensity }"></i>{{ percent(shown.intensity) }}</dd></div>
        <div><dt>{{ words.certainty }}</dt><dd><i class="meter" :style="{ '--part': shown.certainty }"></i>{{ percent(shown.certainty) }}</dd></div>
      </dl>
      <ul v-if="shown.named.length" class="chips" :aria-label="words.named"><li v-for="name in shown.named" :key="name">{{ name }}</li></ul>
    </div>
  </div>`,
  computed: {
    shown() {
      return this.chosen === null ? this.whole : this.beats[this.chosen] ?? this.whole;
    },
  },
  methods: {
    percent(share) {
      return `${Math.round(100 * share)}%`;
    },
  },
};
