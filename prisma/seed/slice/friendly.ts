const rude =
  /\b(?:f+u+c+k\w*|fsck'?(?:ed|ing)|f\*+\w*|sh[i1*]t\w*|bullsh\w*|bs|crap\w*|damn\w*|dammit|goddam\w*|hell|wtf\w*|wth|ffs|stfu|rtfm|omfg|lmf?ao|pissed?|piss\w*|ass(?:hole|es)?|arse\w*|bitch\w*|bastard\w*|suck(?:s|ed|ing)?|sux|dick\w*|cock|cunt|puss(?:y|ies)|porn\w*|sex\w*|naked|nude|boobs?|penis|gay\w*|fag\w*|lesb\w*|homo|whore|slut|rape\w*|retard\w*|idiot\w*|stupid\w*|moron\w*|dumb\w*|lame\w*|loser|noob\w*|newbs?|n00b\w*|trolls?|trolling|troller|shut up|shutup|screw(?:ed)?|hate[sd]?|ugly|racis\w*|nazi\w*|hitler|jew\w*|muslim\w*|islam\w*|christian\w*|god|jesus|terroris\w*|iraq|bush|obama|trump|republican\w*|communis\w*|drugs?|weed|drunk|stoned|kill(?:ed)? (?:you|me|my ?self|him|her)|suicide|die[ds]?|dead|death|rant\w*|flam(?:e|ing)|ban(?:ned)?|op(?:s|ers)|kick(?:ed|ban)?|hack(?:ed|er|ers|ing)|crack(?:ed|s|er|ing)?|warez|pirat\w*|torrents?|serial|keygen|wanker?|abort(?:ion|ed)|lies?|liar|lying|satan\w*|devil\w*|garbage|\w*tards?|f-ing|bots?|black ?market|chinese|arab\w*|indian?s?|american?s?|german(?:s|y)?|girls?|women|blond\w*|bloody|bugger|bollocks|jerk|morning wood|virgin|girlfriend|gf|chicks?|babes?|fat|beer|poo+p?|fart\w*|butt\w*|turd|puke|vomit\w*)\b/i;

const common = new Set(
  "the a an is it to i you in of and for that on have with this not but what do can be are if my was just so no yes ok how there or at as me use get it's i'm don't thanks from your will one did would know any all when up out about need then now has it, works work install try like".split(
    " ",
  ),
);

/** True for a text that a company could put on its first screen: no swearing, quarrels, politics or piracy. */
export function isFriendly(text: string): boolean {
  return !rude.test(text) && !/[!?]{4,}|[A-Z]{4,} [A-Z]{4,}/.test(text);
}

/** The share of words, 0 to 1, that are among the commonest of English: below 0.12 it is another language, or output of a program. */
export function englishShare(texts: readonly string[]): number {
  const words = texts.join(" ").toLowerCase().split(/\s+/);
  return words.filter((word) => common.has(word)).length / words.length;
}
