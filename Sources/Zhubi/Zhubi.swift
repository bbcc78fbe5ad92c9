@_exported public import ZhubiDetection
@_exported public import ZhubiPolicy
@_exported public import ZhubiReport
@_exported public import ZhubiText
