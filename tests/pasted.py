"""What the clipboard holds after copying from a word processor."""

WORD_PASTE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<title>Dokument1</title><style>p.MsoNormal {margin:0cm}</style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
</head><body lang=PL style='tab-interval:35.4pt'><!--StartFragment-->
<h1 style='mso-outline-level:1'>Ławka dialogu<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span
style='font-family:"Calibri"'>Spotykamy
się</span></b><span lang=EN-US style='color:#1F497D'> w parku.</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>kawa</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>z&nbsp;mlekiem</p>
<h4>Kto</h4><p class=MsoNormal>Każdy.<span style='mso-spacerun:yes'>   </span></p>
<!--EndFragment--></body></html>"""
