import { MessengerPage } from "./messenger/messenger-page.tsx";

export default function Page() {
  return <MessengerPage channelId={null} threadOf={null} />;
}
