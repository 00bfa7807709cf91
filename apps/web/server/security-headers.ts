import { randomBytes } from "node:crypto";

const everywhere = ["frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'", "object-src 'none'"];

/** On every answer, whoever makes it. The kit needs no camera, microphone or place; nobody may frame the site. */
export const securityHeaders = new Map([
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Content-Security-Policy", everywhere.join("; ")],
  ["X-Frame-Options", "DENY"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
]);

export interface PagePolicyOptions {
  /** In development React and the reload need `eval`. */
  readonly production: boolean;
  /** `https://chat.example.com`; older Safaris do not count its socket as its own. */
  readonly publicUrl: string;
}

/**
 * What a page may load, with a nonce of its own: scripts run only if this answer named them, or one of those loaded them. Styles may stand in
 * the page, since positions are written there. Pictures of people come from wherever a host product keeps them.
 */
export function pagePolicy({ production, publicUrl }: PagePolicyOptions): string {
  const nonce = randomBytes(16).toString("base64");
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${production ? "" : " 'unsafe-eval'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http://localhost:* http://127.0.0.1:*",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${publicUrl.replace(/^http/, "ws")}`,
    ...everywhere,
  ].join("; ");
}
