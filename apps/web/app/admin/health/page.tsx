import { HealthScreen } from "./health-screen.tsx";

export const metadata = { title: "Health" };

export default function HealthPage() {
  return <HealthScreen />;
}
