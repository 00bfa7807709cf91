/** For what covers a page: on a documentation page each story gets a page of its own. */
export const inFrame = { docs: { story: { inline: false, height: "560px" } } };
