/** How the composer reaches an editor. */
export interface EditorHandle {
  focus: () => void;
  /** Puts text where the caret is. */
  insert: (text: string) => void;
}

/** What a host's own editor gets in place of the textarea. It shows and tells markdown source. */
export interface ComposerEditor {
  text: string;
  label: string;
  placeholder: string;
  isInvalid: boolean;
  /** The id of the line that says what is wrong. */
  describedBy: string | undefined;
  onChange: (text: string) => void;
  /** Sends, or saves an edit. */
  onSubmit: () => void;
  /** Gives up the reply or the edit. */
  onCancel: () => void;
  onEditLast: (() => void) | undefined;
  /** Pasted or dropped files; absent where none can be sent. */
  onFiles: ((files: readonly File[]) => void) | undefined;
  /** Call with a handle once it is there, and with null when it goes. */
  register: (editor: EditorHandle | null) => void;
}
