import { QueueScreen } from "./queue-screen.tsx";

export const metadata = { title: "Queue" };

export default function QueuePage() {
  return <QueueScreen />;
}
