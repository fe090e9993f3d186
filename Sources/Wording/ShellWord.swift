import TextFiles

/// Words of a command line, so that they can be copied to a shell.
package enum ShellWord {
  /// A path as one word that no option can be mistaken for.
  package static func path(_ path: String) -> String {
    let path = path.hasPrefix("-") ? "./\(path)" : path
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "/._-+:,@".unicodeScalars.contains($0)
    }
    return isPlain ? path : path.quotedForShell
  }
}
