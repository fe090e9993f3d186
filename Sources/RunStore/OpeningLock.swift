import Foundation
import Glibc

/// Keeps others from opening stores of the same folder for a moment.
///
/// The folder itself is locked, so that no file is left behind; where it cannot be, opening goes on without.
struct OpeningLock {
  private let descriptor: Int32

  /// Waits until nobody else has the lock of the folder that `path` lies in.
  init(of path: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  }

  /// Lets others in.
  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
