import Foundation

/// What a process inherits, brought in order before anything else.
enum Descriptors {
  /// Lets no file take the place of a standard stream that is closed, and lets writing fail where its default is to kill: at
  /// a pipe that nobody reads, and at the limit of a file's size.
  static func prepare() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      // The least number that is free is taken, which is this one.
      _ = open("/dev/null", O_RDWR)
    }
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }
}
