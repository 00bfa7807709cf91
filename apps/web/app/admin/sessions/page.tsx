import { StaffSessionsScreen } from "./staff-sessions-screen.tsx";

export const metadata = { title: "Staff sessions" };

export default function StaffSessionsPage() {
  return <StaffSessionsScreen />;
}
