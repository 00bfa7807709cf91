/** Lets one media element of the page play at a time. */
export interface PlayingPool {
  /** This one plays now: the one before is paused. */
  begin: (media: Pick<HTMLMediaElement, "pause">) => void;
  end: (media: Pick<HTMLMediaElement, "pause">) => void;
}

function createPlayingPool(): PlayingPool {
  let playing: Pick<HTMLMediaElement, "pause"> | null = null;
  return {
    begin(media) {
      if (playing !== media) playing?.pause();
      playing = media;
    },
    end(media) {
      if (playing === media) playing = null;
    },
  };
}

export const pagePool = createPlayingPool();
