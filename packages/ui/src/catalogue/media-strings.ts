/** What the media player says. */
export const mediaStrings = {
  audio: (title: string) => `Audio: ${title}`,
  video: (title: string) => `Video: ${title}`,
  voice: (author: string) => `Voice message from ${author}`,
  play: "Play",
  pause: "Pause",
  mute: "Mute",
  unmute: "Unmute",
  seek: "Position",
  position: (now: string, whole: string) => `${now} of ${whole}`,
  speed: (rate: string) => `Speed ${rate}`,
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  failed: "This cannot be played",
  retry: "Try again",
};
