/** A choice in the toolbar; its first item is the usual one. */
export function choice(title: string, icon: string, items: readonly string[]) {
  return { description: title, toolbar: { title, icon: icon as never, items: [...items], dynamicTitle: true } };
}
