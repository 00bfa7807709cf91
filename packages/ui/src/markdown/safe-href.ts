const allowed = new Set(["http:", "https:", "mailto:"]);

/**
 * The address as a browser will follow it, or null where it must not become a link: any scheme but http, https and mailto, relative
 * addresses, and addresses with white space or control characters, which browsers strip before they look for the scheme.
 */
export function safeHref(url: string): string | null {
  if (/\s|\p{Cc}/u.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return allowed.has(parsed.protocol) ? parsed.href : null;
}
