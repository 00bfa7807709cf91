import type { ReactNode } from "react";

const Icon = ({ children, size = 20 }: { children: ReactNode; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    {children}
  </svg>
);

export const ChatIcon = ({ size = 20 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M20 12a8 8 0 0 1-11.600 7.100L4 20l1-4.200A8 8 0 1 1 20 12Z" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const BackIcon = () => (
  <Icon size={16}>
    <path d="m14 6-6 6 6 6" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2m0 14v2m9-9h-2M5 12H3m15.400-6.400L17 7M7 17l-1.400 1.400m12.800 0L17 17M7 7 5.600 5.600" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z" />
  </Icon>
);
export const LeaveIcon = () => (
  <Icon>
    <path d="M10 5H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h4m4-3 4-4-4-4m4 4H10" />
  </Icon>
);
export const ParcelIcon = ({ size = 18 }: { size?: number }) => (
  <Icon size={size}>
    <path d="m4 8 8-4 8 4v8l-8 4-8-4V8Zm0 0 8 4m0 0 8-4m-8 4v8M8 6l8 4" />
  </Icon>
);

export const Wordmark = () => (
  <span className="wordmark">
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden>
      <path d="M4 28V16C4 9.400 9.400 4 16 4s12 5.400 12 12v12h-8v-9a4 4 0 0 0-8 0v9H4Z" fill="var(--clay)" />
      <path
        d="M16 27c-2.500 0-4-1.500-4-3.700 0-1.900 1.300-3 2.300-4.300.7 1 .9 1.500 1 2.200.9-1 1.300-2.300 1.100-3.800 2.200 1.200 3.600 3.400 3.600 5.900 0 2.200-1.500 3.700-4 3.700Z"
        fill="var(--flame)"
      />
    </svg>
    Kiln
  </span>
);
