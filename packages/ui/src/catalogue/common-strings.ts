export const commonStrings = {
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  done: "Done",
  delete: "Delete",
  retry: "Retry",
  discard: "Discard",
  loading: "Loading…",
  search: "Search",
  online: "Online",
  offline: "Offline",
  you: "You",
};
