/** What the attachment tray, attachments in messages and the voice recorder say. */
export const attachmentStrings = {
  tray: "Files to send",
  add: "Add a file",
  drop: "Drop files to add them",
  remove: (name: string) => `Remove ${name}`,
  retry: (name: string) => `Upload ${name} again`,
  uploading: (name: string) => `Uploading ${name}`,
  failed: "Could not be uploaded",
  waiting: "Wait until all files are uploaded",
  record: "Record a voice message",
  recording: (time: string) => `Recording, ${time}`,
  cancelRecording: "Discard the recording",
  sendRecording: "Send the recording",
  microphoneRefused: "The microphone cannot be used. Allow it in the browser's settings.",
};
