export const commonStrings = {
  cancel: "Cancel",
  close: "Close",
  delete: "Delete",
  retry: "Retry",
  discard: "Discard",
  loading: "Loading…",
  you: "You",
};
