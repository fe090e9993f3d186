import Foundation

/// Waits until something is so, at most for a minute: on a machine that is busy with other work little can be said of
/// how long anything takes. What is expected afterwards tells whether it has come.
func waitUntil(_ isSo: () -> Bool) {
  let start = ContinuousClock.now
  while !isSo(), start.duration(to: .now) < .seconds(60) { usleep(20_000) }
}
