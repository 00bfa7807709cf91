import { AppealsScreen } from "./appeals-screen.tsx";

export const metadata = { title: "Appeals" };

export default function AppealsPage() {
  return <AppealsScreen />;
}
