public import Foundation
import SupplyData
import SupplyPlan
public import TextFiles

extension BoundCertificate {
  /// The name of the file beside `plan.json`.
  public static let file = "certificate.json.gz"

  /// The file: JSON, packed with gzip.
  ///
  /// All its numbers are finite, or there is no such file.
  public func packed() throws(Faults) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Data(Gzip.packed(Array(try encoder.encode(self))))
    } catch {
      throw Faults([
        Fault(
          file: Self.file, cause: "A number of the certificate is not finite",
          cure: "Please report this as a bug: a certificate must hold only finite numbers.")
      ])
    }
  }

  /// Reads the certificate at `path`.
  ///
  /// What is read has the right shape; whether it proves anything is for ``CertificateChecker`` to say.
  ///
  /// - Throws: a fault that says why it is none.
  public static func read(from path: String) throws(Faults) -> BoundCertificate {
    let packed = try WholeFile.read(path, cure: "Name a file that `shorewise plan` wrote.")
    guard let bytes = Gzip.unpacked(packed, most: longest) else {
      throw fault(path, "This is not a complete gzip file, or it unpacks to more than 1 GB")
    }
    let certificate: BoundCertificate
    do {
      certificate = try JSONDecoder().decode(BoundCertificate.self, from: Data(bytes))
    } catch {
      throw fault(path, reason(error))
    }
    if certificate.schema != schema {
      throw fault(path, "The schema is '\(certificate.schema)', not '\(schema)'")
    }
    return certificate
  }

  private static func fault(_ path: String, _ cause: String) -> Faults {
    Faults([
      Fault(
        file: path, cause: cause,
        cure: "Write the plan again with --certificate, or delete this file.")
    ])
  }

  private static func reason(_ error: any Error) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return path.isEmpty ? "the document" : String(path.joined().drop { $0 == "." })
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context)?: return "\(place(context)) has no '\(key.stringValue)'"
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      return "\(place(context)) has the wrong type"
    case .dataCorrupted(let context)?:
      return context.codingPath.isEmpty
        ? "The unpacked file is not JSON" : "\(place(context)) is not a valid value"
    default: return "The unpacked file cannot be read"
    }
  }

  /// Longer than this, unpacked, is no certificate of ours.
  private static let longest = 1_000_000_000
}
