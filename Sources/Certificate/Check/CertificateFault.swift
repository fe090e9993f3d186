/// Why a certificate proves nothing, or less than it claims: where, and what is wrong there.
public struct CertificateFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The place in the certificate, such as `cut 12` or `claim 1, leaf 3`.
  public var place: String
  /// What is wrong there.
  public var cause: String

  /// Tells of a place.
  public init(_ place: String, _ cause: String) {
    self.place = place
    self.cause = cause
  }

  /// Place and cause in a line.
  public var description: String { "\(place): \(cause)" }

  /// The same inside of something larger.
  func inside(_ outer: String) -> CertificateFault {
    CertificateFault(place.isEmpty ? outer : "\(outer), \(place)", cause)
  }
}
