/** A local time in milliseconds as it is printed: 2026-10-05 09:30. */
export function timeText(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** A day in milliseconds as it is printed: 2026-10-05. */
export function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
