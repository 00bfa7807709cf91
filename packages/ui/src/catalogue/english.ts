import { attachmentStrings } from "./attachment-strings.ts";
import { blockStrings } from "./block-strings.ts";
import { channelListStrings } from "./channel-list-strings.ts";
import { channelStrings } from "./channel-strings.ts";
import { commonStrings } from "./common-strings.ts";
import { composerStrings } from "./composer-strings.ts";
import { dialogStrings } from "./dialog-strings.ts";
import { errorStrings } from "./error-strings.ts";
import { keyStrings } from "./key-strings.ts";
import { layOver } from "./lay-over.ts";
import { mediaStrings } from "./media-strings.ts";
import { messageStrings } from "./message-strings.ts";
import { messengerStrings } from "./messenger-strings.ts";
import { moderationStrings } from "./moderation-strings.ts";
import { profileStrings } from "./profile-strings.ts";
import { reactionStrings } from "./reaction-strings.ts";
import { reportStrings } from "./report-strings.ts";
import { sanctionStrings } from "./sanction-strings.ts";
import { selectionStrings } from "./selection-strings.ts";
import { signInStrings } from "./sign-in-strings.ts";
import { systemStrings } from "./system-strings.ts";
import { threadStrings } from "./thread-strings.ts";
import { typingStrings } from "./typing-strings.ts";

/** Every text of the kit, by feature. Another language is an object of the same shape; a host may also replace single texts. */
export const english = {
  attachment: attachmentStrings,
  block: blockStrings,
  channel: channelStrings,
  channelList: channelListStrings,
  common: commonStrings,
  composer: composerStrings,
  dialog: dialogStrings,
  errors: errorStrings,
  keys: keyStrings,
  media: mediaStrings,
  message: messageStrings,
  messenger: messengerStrings,
  moderation: moderationStrings,
  profile: profileStrings,
  reaction: reactionStrings,
  report: reportStrings,
  sanction: sanctionStrings,
  selection: selectionStrings,
  signIn: signInStrings,
  system: systemStrings,
  thread: threadStrings,
  typing: typingStrings,
};

export type Catalogue = typeof english;

/** Some texts of a catalogue, to lay over another one. */
export type CatalogueOverrides = { [Feature in keyof Catalogue]?: Partial<Catalogue[Feature]> };

/** Lays a host's own texts over a catalogue, feature by feature. */
export function mergeCatalogue(base: Catalogue, overrides: CatalogueOverrides | undefined): Catalogue {
  return overrides ? layOver(base, overrides, Object.keys(base)) : base;
}
