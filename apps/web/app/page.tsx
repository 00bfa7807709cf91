import { MessengerPage } from "./messenger/messenger-page.tsx";
import { nameTab } from "./messenger/name-tab.ts";

export const generateMetadata = () => nameTab(null);

export default function Page() {
  return <MessengerPage channelId={null} threadOf={null} />;
}
