import { compileRules, type CompiledRules, type RuleRow } from "../../../packages/server/src/rules/compile-rules.ts";
import { judge, scanText } from "../../../packages/server/src/rules/judge-text.ts";
import { figureAtMost, type Bench, type Row } from "../measure.ts";
import { median, percentile } from "../percentile.ts";
import { ours } from "../servers/names.ts";

const syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dor", "fen", "gal", "hir", "jus", "pel"];
const word = (index: number) =>
  [index, index * 7 + 3, index * 13 + 5].map((at) => syllables[(at + (at >> 4)) % syllables.length]).join("") + (index % 10);

const patterns = [
  String.raw`\bfree[- ]?(money|gift) N\b`,
  String.raw`(?:\+\d{1,3}[ -]?)?\d{3}[ -]\d{3}[ -]N\d{3}`,
  "(buy|sell) .{0,40}(now|today) N",
  "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7} N",
  String.raw`https?://\S+\.(xyz|top)/N`,
];

const sentences = [
  "Could somebody look at the invoice from yesterday? I think the totals are off by a few cents. ",
  "Ich schicke dir die Zahlen morgen früh, dann können wir sie zusammen durchgehen. ",
  "See https://docs.example.com/handbook/travel?page=2 for how we book trains. ",
  "Thanks! 🎉 That was quick. ",
  "Le café à côté est fermé jusqu'à lundi, on se retrouve à la gare ? ",
];
const texts = Array.from({ length: 200 }, (_, at) =>
  Array.from({ length: 1 + (at % 4) }, (_, part) => sentences[(at + part * 3) % sentences.length]).join(""),
);

const everywhere = { accountHours: null, channels: ["public" as const, "private" as const, "direct" as const] };

/** The same with a word that one of the rules masks, and every other with what a pattern looks for. */
const met = texts.map((text, at) => `${text}${word(at * 5)}${at % 2 === 0 ? " free money 5" : ""}`);

/** 1,000 words in ten lists and 50 patterns, none of which `texts` meet, as nearly all messages meet none. */
function makeRules(): RuleRow[] {
  const lists = Array.from({ length: 10 }, (_, list): RuleRow => {
    const words = Array.from({ length: 100 }, (_, at) => word(list * 100 + at));
    return {
      id: null,
      name: "words",
      condition: { match: { type: "words", words, whole: true }, ...everywhere },
      action: { type: "mask" },
    };
  });
  const all = Array.from({ length: 50 }, (_, at): RuleRow => {
    const pattern = (patterns[at % patterns.length] ?? "").replaceAll("N", String(at));
    const match = { type: "pattern" as const, pattern, ignoresCase: true };
    return { id: null, name: "pattern", condition: { match, ...everywhere }, action: { type: "reject", text: "" } };
  });
  return [...lists, ...all];
}

/** What the rules add to a send: 1,000 words and 50 patterns looked for in messages as people write them, and in some that meet them. */
export async function measureJudging({ size, say }: Bench): Promise<Row[]> {
  say("rules over messages");
  const compiled = compileRules(makeRules());
  const kinds = [
    { what: "1,000 words and 50 patterns over a message", messages: texts, isMet: false },
    { what: "1,000 words and 50 patterns over a message that meets them", messages: met, isMet: true },
  ];
  return kinds.flatMap(({ what, ...kind }) => {
    const times = timeJudging(compiled, { ...kind, rounds: size.rounds });
    return [
      { what, unit: "p50 µs", figures: { [ours]: median(times) }, target: figureAtMost(200) },
      { what, unit: "p99 µs", figures: { [ours]: percentile(times, 99) } },
    ];
  });
}

interface Kind {
  readonly messages: readonly string[];
  readonly isMet: boolean;
  readonly rounds: number;
}

/** In microseconds, each message twenty times a round. */
function timeJudging(compiled: CompiledRules, { messages, isMet, rounds }: Kind): number[] {
  const about = { channel: "public" as const, accountHours: 1_000, recent: null };
  const times: number[] = [];
  for (let round = 0; round < 20 * rounds; round += 1) {
    for (const text of messages) {
      const start = performance.now();
      const { hits } = judge(compiled, scanText(compiled, text), about);
      const took = performance.now() - start;
      if (hits.length > 0 !== isMet)
        throw new Error(isMet ? "A message met no rule." : "A message met a rule that it should not.");
      // The first ones find the engine's states not yet made.
      if (round >= rounds) times.push(took * 1_000);
    }
  }
  return times;
}
