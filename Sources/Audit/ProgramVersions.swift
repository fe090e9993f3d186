import Decomposition
import Foundation

/// The versions of all that a result may depend on.
public struct ProgramVersions: Sendable, Encodable {
  /// Of Shorewise.
  public let shorewise: String
  /// Of GLPK, which is linked.
  public let glpk = SolveMethod.solverVersion
  /// Of the compiler.
  public let swift = Self.compiler
  /// Of the operating system.
  public let system = Self.operatingSystem
  /// Of the processor.
  public let processor = Self.architecture

  /// - Parameter shorewise: the program's own version.
  public init(shorewise: String) { self.shorewise = shorewise }

  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86-64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another"
    #endif
  }

  /// As the system calls itself, see os-release(5); nothing that tells one machine from another of its kind.
  private static var operatingSystem: String {
    let text = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
    guard let line else { return "unknown" }
    return line.dropFirst("PRETTY_NAME=".count).trimmingCharacters(in: ["\"", "'"])
  }
}
