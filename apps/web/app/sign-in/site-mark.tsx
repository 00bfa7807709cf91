/** This site's sign and name, over the forms of those who are not signed in. */
export function SiteMark({ name }: { name: string }) {
  return (
    <div className="chat:mb-4 chat:flex chat:flex-col chat:items-center chat:gap-2">
      <img src="/icon.svg" alt="" width={44} height={44} className="chat:size-11" />
      <p dir="auto" className="chat:text-sm chat:font-medium chat:wrap-anywhere chat:text-muted">
        {name}
      </p>
    </div>
  );
}
