const bots = /^(?:[lk]?ubot+u?\d*|ubugtu|ubuntulog\d*|.*bot)$/i;
const command =
  /^[!/@]\s?\S|^![^|]*\||(?:^|[\s:,])[/!](?:msg|query|join|j|topic|quit|whois|nick|part|ignore|me|server|list)\b|\bubot+u\b|#ubuntu|#kubuntu|\bthis channel\b/i;
const address = /[\w.+-]+@[\w-]+\.[\w.-]+/;
const prompt = /[\w-]+@[\w-]+:\s?[~/#$]|launchpad\.net\/~/;
const phone = /(?:\+\d[\d ().-]{7,}\d)|(?:\b\d{3}[-. ]\d{3}[-. ]\d{4}\b)|(?:\(\d{3}\) ?\d{3})/;
const host = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g;
const harmlessHost =
  /^(?:127|10|0|255|224)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1)$/;
const url = /\b(?:https?:\/\/|www\.)[^\s<>"]+/gi;
const bareHost = /\b[\w-]+\.(?:com|net|org|sh|io|ru|de|info|to|co|me|ly|cc)\/\w/i;
const known =
  /^(?:[\w-]+\.)*(?:ubuntu\.com|ubuntuforums\.org|launchpad\.net|debian\.org|kernel\.org|gnome\.org|kde\.org|wikipedia\.org|mozilla\.org|mozilla\.com|gnu\.org|freedesktop\.org|askubuntu\.com|xfce\.org|libreoffice\.org|openoffice\.org|virtualbox\.org|winehq\.org|python\.org|videolan\.org|samba\.org)$/i;
const paste = /paste|dpaste|sprunge|ix\.io|termbin|hastebin|imgur|imagebin|imageshack/i;

/** True for nicks of the channel's bots. */
export function isBot(nick: string): boolean {
  return bots.test(nick);
}

/**
 * The text as the demo shows it, or null for noise: commands to bots and clients, lines without a word, and what could identify someone
 * (e-mail and public network addresses, phone-like numbers) or leads to unknown sites.
 */
export function cleanText(raw: string): string | null {
  let text = raw
    .replace(/[\uFEFF\u200B-\u200F\u2028\u2029]|\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/\.{4,}/g, "...")
    .trim();
  if (command.test(text)) return null;
  if (text.length > 420 || !/[\p{L}\p{N}]|^[:;=][-']?[)DPp(]/u.test(text)) return null;
  if (!text.isWellFormed() || /unconvertable|\uFFFD/.test(text)) return null;
  if (address.test(text) || prompt.test(text) || phone.test(text)) return null;
  if ([...text.matchAll(host)].some(([found]) => !harmlessHost.test(found))) return null;
  let foreign = false;
  text = text.replace(url, (found) => {
    const name = /^(?:https?:\/\/)?([^/:?#]+)/i.exec(found)?.[1] ?? "";
    if (paste.test(found)) return "https://paste.example/log";
    if (!known.test(name)) foreign = true;
    return found;
  });
  if (foreign || bareHost.test(text.replace(url, ""))) return null;
  return text;
}

const punctuation = /^([("'[]*)(.*?)([)"'\],.:;!?]*)$/su;
const technical = /^~?\/[\w.~/*-]+$|\w_\w|^\$\w|^\.{1,2}\/|[\w/.]\*\S|\/\*|^\*\.|\w[<>|\\{}[\]]|^<\w+>$|^\.\w+$/;

/** Puts what markdown would take for markup (paths, wildcards, snake_case) between backticks, and takes list and quote marks off the start. */
export function quoteCode(text: string): string {
  return text
    .replace(/^(?:[->+#]+ )+/, "")
    .replaceAll("`", "'")
    .split(" ")
    .map((word) => {
      if (word.includes("://") || /^[@<>|:;=^]/.test(word)) return word;
      const [, before = "", core = "", after = ""] = punctuation.exec(word) ?? [];
      return technical.test(core) && !/^\*[^*]+\*$/.test(core) ? `${before}\`${core}\`${after}` : word;
    })
    .join(" ");
}
