/// Texts and characters with their bytes, written by another implementation of the encodings
/// (the codecs of Python 3), so that the decoder is not compared with itself.
enum EncodedSamples {
  static let simplified =
    "关于公布2024年困难群众临时救助名单的公示。根据有关文件精神，经本人申请、村民小组评议、镇人民政府审核，现将救助对象名单予以公示，公示期为七天。"
  static let simplifiedGB = bytes(
    "b9d8d3dab9abb2bc32303234c4eac0a7c4d1c8bad6dac1d9cab1bec8d6fac3fbb5a5b5c4b9abcabe"
      + "a1a3b8f9beddd3d0b9d8cec4bcfebeabc9f1a3acbeadb1bec8cbc9eac7eba1a2b4e5c3f1d0a1d7e9"
      + "c6c0d2e9a1a2d5f2c8cbc3f1d5feb8aec9f3bacba3accfd6bdabbec8d6fab6d4cff3c3fbb5a5d3e8"
      + "d2d4b9abcabea3acb9abcabec6daceaac6dfcceca1a3")
  static let traditional =
    "關於公布2024年困難群眾臨時救助名單的公示。根據有關文件精神，經本人申請、村民小組評議、鎮人民政府審核，現將救助對象名單予以公示，公示期為七天。"
  static let traditionalBig5 = bytes(
    "c3f6a9f3a4bda5ac32303234a67ea778c3f8b873b2b3c17baec9b1cfa755a657b3e6aabaa4bda5dc"
      + "a143aedabedaa6b3c3f6a4e5a5f3baebafaba141b867a5bba448a5d3bdd0a142a7f8a5c1a470b2d5"
      + "b5fbc4b3a142c2eda448a5c1ac46a9b2bc66aed6a141b27bb14eb1cfa755b9efb648a657b3e6a4a9"
      + "a548a4bda5dca141a4bda5dcb4c1acb0a443a4d1a143")
  /// 香港常用字，only in the Hong Kong extension: 啲 嘅 喺 嚟 咗.
  static let hongKong = "政府話要嚟解決我哋嘅問題，啲人喺度等咗好耐。"
  static let hongKongBig5 = bytes(
    "ac46a9b2b8dcad6e91c1b8d1a84da7da925d9defb0ddc344a1419df8a4489df6abd7b5a59df7a66e"
      + "ad40a143")

  static let gb18030: [(String, [UInt8])] = [
    ("关", [185, 216]),
    ("于", [211, 218]),
    ("印", [211, 161]),
    ("发", [183, 162]),
    ("《", [161, 182]),
    ("通", [205, 168]),
    ("知", [214, 170]),
    ("》", [161, 183]),
    ("的", [181, 196]),
    ("，", [163, 172]),
    ("各", [184, 247]),
    ("镇", [213, 242]),
    ("街", [189, 214]),
    ("道", [181, 192]),
    ("办", [176, 236]),
    ("事", [202, 194]),
    ("处", [180, 166]),
    ("a", [97]),
    ("B", [66]),
    ("1", [49]),
    (" ", [32]),
    ("\n", [10]),
    ("㐀", [129, 57, 238, 57]),
    ("𠀀", [149, 50, 130, 54]),
    ("é", [168, 166]),
    ("龘", [253, 147]),
    ("。", [161, 163]),
    ("领", [193, 236]),
    ("导", [181, 188]),
    ("干", [184, 201]),
    ("部", [178, 191]),
    ("€", [162, 227]),
  ]
  static let big5: [(String, [UInt8])] = [
    ("關", [195, 246]),
    ("於", [169, 243]),
    ("印", [166, 76]),
    ("發", [181, 111]),
    ("《", [161, 109]),
    ("通", [179, 113]),
    ("知", [170, 190]),
    ("》", [161, 110]),
    ("的", [170, 186]),
    ("，", [161, 65]),
    ("各", [166, 85]),
    ("鎮", [194, 237]),
    ("街", [181, 243]),
    ("道", [185, 68]),
    ("辦", [191, 236]),
    ("事", [168, 198]),
    ("處", [179, 66]),
    ("a", [97]),
    ("B", [66]),
    ("1", [49]),
    (" ", [32]),
    ("\n", [10]),
    ("乂", [201, 64]),
    ("一", [164, 64]),
    ("龘", [249, 213]),
    ("。", [161, 67]),
    ("領", [187, 226]),
    ("導", [190, 201]),
    ("幹", [183, 70]),
    ("部", [179, 161]),
  ]

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)!
    }
  }
}
