const euros = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR" });
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

export const formatPrice = (cents: number) => euros.format(cents / 100);
export const formatDay = (isoDate: string) => days.format(new Date(isoDate));
